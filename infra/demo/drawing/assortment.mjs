// Owns which picture each item gets. The key is the item's code in the catalogue, in lower case.

import * as breads from './breads.mjs';
import * as buns from './buns.mjs';
import * as cakes from './cakes.mjs';
import * as cookies from './cookies.mjs';
import * as grains from './grains.mjs';
import * as pastries from './pastries.mjs';
import { flourPicture, mixPicture } from './sacks.mjs';
import * as sandwiches from './sandwiches.mjs';

const loaf = (options) => (s) => breads.loafPicture(s, options);
const flour = (options) => (s) => flourPicture(s, options);
const mix = (options) => (s) => mixPicture(s, options);
const bowl = (options) => (s) => grains.grainPicture(s, options);

const WHITE = { bag: '#fbf6ea', shade: '#d8ccb2' };
const KRAFT = { bag: '#d3a873', shade: '#a97d49' };

export const ASSORTMENT = {
  'hb-milk': loaf({ mood: 'cream', crust: 'milk' }),
  'hb-whole': loaf({ mood: 'sage', crust: 'wheat', square: true, seeds: 40 }),
  'hb-chest': loaf({ mood: 'apricot', crust: 'chestnut', domes: 2, chunks: '#e0a030', topping: ['#f3d9a4', '#e5bd7a', '#fbeed0'] }),
  'hb-camp': breads.boulePicture,
  'hb-bagu': breads.baguettePicture,
  'hb-ciab': breads.ciabattaPicture,
  'hb-rye': breads.ryePicture,
  'hb-foca': breads.focacciaPicture,
  'hb-bagel': buns.bagelPicture,
  'hb-morn': breads.rollsPicture,
  'hb-salt': pastries.saltRollPicture,
  'hb-redb': buns.redBeanPicture,
  'hb-sobo': buns.soboroPicture,
  'hb-cream': buns.creamBunPicture,
  'hb-twist': buns.twistPicture,
  'hb-donut': buns.doughnutPicture,
  'hb-crois': pastries.croissantPicture,
  'hb-choco': pastries.chocolatPicture,
  'hb-cinna': pastries.cinnamonPicture,
  'hb-tart': pastries.tartPicture,
  'hb-apple': pastries.applePiePicture,
  'hb-straw': cakes.strawberryCakePicture,
  'hb-gana': cakes.chocolateCakePicture,
  'hb-sweet': cakes.sweetPotatoCakePicture,
  'hb-basque': cakes.cheesecakePicture,
  'hb-roll': cakes.rollCakePicture,
  'hb-caste': cakes.castellaPicture,
  'hb-ham': sandwiches.hamSandwichPicture,
  'hb-egg': sandwiches.eggSandwichPicture,
  'hb-basil': sandwiches.basilChickenPicture,
  'hb-chip': cookies.chocolateChipPicture,
  'hb-made': cookies.madeleinePicture,
  'hb-maca': cookies.macaronPicture,
  'hb-fina': cookies.financierPicture,
  'hb-gift': cookies.bakeBoxPicture,
  'hb-tin': cookies.cookieTinPicture,
  'hb-feast': cookies.holidayBoxPicture,
  'sb-strong': flour({ mood: 'cream', ...WHITE, ink: '#b5503f', emblem: 'wheat' }),
  'sb-plain': flour({ mood: 'mint', ...WHITE, ink: '#3f7a5a', emblem: 'wheatPair', prop: 'scoop' }),
  'sb-cake': flour({ mood: 'blush', bag: '#fdf1ef', shade: '#dcbfba', ink: '#c76a7a', emblem: 'wheat', prop: 'none', powder: '#fffdf8' }),
  'sb-whole': flour({ mood: 'apricot', ...KRAFT, ink: '#8a4f1e', emblem: 'grain', powder: '#e2c79c', dark: '#a07c48', speck: '#8a5f30' }),
  'sb-french': flour({ mood: 'sky', bag: '#eef3f5', shade: '#b9ccd4', ink: '#2f5f8a', emblem: 'sun', powder: '#fff6e2', prop: 'scoop' }),
  'sb-korea': flour({ mood: 'sage', ...KRAFT, ink: '#4f7a3b', emblem: 'wheatPair', powder: '#fbf0da' }),
  'sb-semo': flour({ mood: 'butter', bag: '#fdf3d2', shade: '#dcc485', ink: '#b9801a', emblem: 'sun', powder: '#f7dc8c', dark: '#c79a3a', speck: '#d9a83f', big: false, prop: 'scoop' }),
  'sb-rye': flour({ mood: 'cocoa', ...KRAFT, ink: '#5a3a1c', emblem: 'rye', powder: '#d9c3a0', dark: '#96764a', speck: '#7d5b34', prop: 'scoop' }),
  'sb-rice': flour({ mood: 'mint', bag: '#f2f7f1', shade: '#bfd0c2', ink: '#3f7a5a', emblem: 'rice', powder: '#ffffff', dark: '#c9c9c0', big: false, prop: 'scoop' }),
  'sb-ricepro': flour({ mood: 'sky', bag: '#eef3f5', shade: '#b9ccd4', ink: '#27647d', emblem: 'rice', powder: '#fffdf6', prop: 'none' }),
  'sb-gluti': flour({ mood: 'blush', ...WHITE, ink: '#a8547a', emblem: 'rice', powder: '#ffffff', dark: '#cfc4c0', big: false, prop: 'none' }),
  'sb-buck': flour({ mood: 'lilac', bag: '#ece4ee', shade: '#b8a8bf', ink: '#5b4560', emblem: 'buckwheat', powder: '#d8ccd0', dark: '#8f7f86', speck: '#54464c', prop: 'none' }),
  'sb-corn': flour({ mood: 'butter', ...WHITE, ink: '#e0a020', emblem: 'corn', powder: '#ffe08a', dark: '#cf9a2c', big: false, prop: 'none' }),
  'sb-mixbread': mix({ mood: 'cream', main: '#e08a4f', deep: '#a85a26', pale: '#fff3d8', shows: 'toast' }),
  'sb-mixpan': mix({ mood: 'butter', main: '#f2b632', deep: '#b9801a', pale: '#fff8dc', shows: 'pancake' }),
  'sb-mixbrow': mix({ mood: 'cocoa', main: '#7a4327', deep: '#4a2413', pale: '#f6e2c6', shows: 'brownie', powder: '#9a6a4a', dark: '#5a2f1b' }),
  'sb-mixcook': mix({ mood: 'sky', main: '#3f7fae', deep: '#234f73', pale: '#fff3d8', shows: 'cookie' }),
  'sb-mixhot': mix({ mood: 'apricot', main: '#c9502f', deep: '#8a2f18', pale: '#fff3d8', shows: 'hotteok' }),
  'sb-mixjeon': mix({ mood: 'sage', main: '#6f9a4a', deep: '#456b2b', pale: '#fbf6dc', shows: 'savoury' }),
  'sb-mixfry': mix({ mood: 'mint', main: '#2f8f86', deep: '#1b5a55', pale: '#fff3d8', shows: 'fry' }),
  'sb-yeast': grains.yeastPicture,
  'sb-gluten': flour({ mood: 'lilac', bag: '#f4eef6', shade: '#c3b4cb', ink: '#6f4f86', emblem: 'bubble', powder: '#f1e0b8', dark: '#b99a5c', big: false, prop: 'scoop' }),
  'sb-brown': bowl({ mood: 'cream', tones: ['#d9b27a', '#c99d60', '#e3c48f'], dark: '#8f6a36', long: 1.7, stripe: '#9db07f' }),
  'sb-barley': bowl({ mood: 'sky', tones: ['#f3e3c0', '#ead3a4', '#fff1d6'], dark: '#a98852', long: 1.25, stripe: '#6d8fa3', bowl: ['#f2f2ee', '#b9b9b0'], crease: true }),
  'sb-oat': bowl({ mood: 'sage', tones: ['#ecdcb8', '#e0c896', '#f6ebcf'], dark: '#a98a58', long: 2.2, stripe: '#d98f6a', crease: true, bowl: ['#8aa39b', '#556f68'] }),
  'sb-wheatg': bowl({ mood: 'apricot', tones: ['#c98a45', '#b97835', '#d9a05a'], dark: '#7a4a1c', long: 1.5, stripe: '#c86b55', crease: true, bowl: ['#5a6f86', '#34465a'] }),
};

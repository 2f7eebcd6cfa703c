// The words that stand on the screens, in both languages. The stories find things
// by the same dictionaries that the screens are made of, so that one story can be
// told in either language.
import { approval as approvalEn } from '../../../frontend/src/i18n/en/approval';
import { audit as auditEn } from '../../../frontend/src/i18n/en/audit';
import { common as commonEn } from '../../../frontend/src/i18n/en/common';
import { company as companyEn } from '../../../frontend/src/i18n/en/company';
import { operator as operatorEn } from '../../../frontend/src/i18n/en/operator';
import { shop as shopEn } from '../../../frontend/src/i18n/en/shop';
import { approval as approvalKo } from '../../../frontend/src/i18n/ko/approval';
import { audit as auditKo } from '../../../frontend/src/i18n/ko/audit';
import { common as commonKo } from '../../../frontend/src/i18n/ko/common';
import { company as companyKo } from '../../../frontend/src/i18n/ko/company';
import { operator as operatorKo } from '../../../frontend/src/i18n/ko/operator';
import { shop as shopKo } from '../../../frontend/src/i18n/ko/shop';

export type Language = 'ko' | 'en';

export interface Words {
  common: typeof commonKo;
  shop: typeof shopKo;
  company: typeof companyKo;
  operator: typeof operatorKo;
  approval: typeof approvalKo;
  audit: typeof auditKo;
}

export const words: Record<Language, Words> = {
  ko: { common: commonKo, shop: shopKo, company: companyKo, operator: operatorKo, approval: approvalKo, audit: auditKo },
  en: { common: commonEn, shop: shopEn, company: companyEn, operator: operatorEn, approval: approvalEn, audit: auditEn },
};

/** An amount of won as the screens of a language write it. */
export function won(amount: number, language: Language = 'ko'): string {
  const figures = amount.toLocaleString('en-US');
  return language === 'ko' ? `${figures}원` : `₩${figures}`;
}

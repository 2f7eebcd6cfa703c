//! Trees of categories, given as pairs of a category and its parent.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
};

/// Deepest level of a category.
pub const DEEPEST: usize = 4;

/// A category and its parent.
pub type Edge<T> = (T, Option<T>);

/// The category and all below it.
#[must_use]
pub fn branch<T: Copy + Eq + Hash>(edges: &[Edge<T>], root: T) -> HashSet<T> {
    let mut found = HashSet::from([root]);
    loop {
        let before = found.len();
        found.extend(edges.iter().filter(|(_, parent)| parent.is_some_and(|p| found.contains(&p))).map(|(id, _)| *id).collect::<Vec<_>>());
        if found.len() == before {
            return found;
        }
    }
}

/// The category's ancestors, nearest first, itself included.
#[must_use]
pub fn path<T: Copy + Eq + Hash>(edges: &[Edge<T>], from: T) -> Vec<T> {
    let parents: HashMap<T, Option<T>> = edges.iter().copied().collect();
    let mut path = vec![from];
    let mut at = from;
    while let Some(Some(parent)) = parents.get(&at) {
        if path.contains(parent) {
            break;
        }
        path.push(*parent);
        at = *parent;
    }
    path
}

/// Why a parent is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It lies below the category itself.
    Circle,
    /// The tree would be too deep.
    Deep,
}

/// Whether a category may be put under a parent; `child` is none for a new one.
pub fn may_move<T: Copy + Eq + Hash>(edges: &[Edge<T>], child: Option<T>, parent: T) -> Result<(), Refusal> {
    let above = path(edges, parent);
    if child.is_some_and(|child| above.contains(&child)) {
        return Err(Refusal::Circle);
    }
    let below = child.map_or(1, |child| {
        let base = path(edges, child).len();
        branch(edges, child).into_iter().map(|id| path(edges, id).len() + 1 - base).max().unwrap_or(1)
    });
    if above.len() + below > DEEPEST { Err(Refusal::Deep) } else { Ok(()) }
}

/// Counts of each category with all below it.
#[must_use]
pub fn totals<T: Copy + Eq + Hash>(edges: &[Edge<T>], own: &HashMap<T, i64>) -> HashMap<T, i64> {
    let mut totals = HashMap::new();
    for (id, count) in own {
        for above in path(edges, *id) {
            *totals.entry(above).or_insert(0) += count;
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;

    // 1 ─ 2 ─ 3 ─ 4, and 5 beside 2.
    const EDGES: &[Edge<u8>] = &[(1, None), (2, Some(1)), (3, Some(2)), (4, Some(3)), (5, Some(1)), (6, None)];

    #[test]
    fn a_category_is_never_put_below_itself_nor_too_deep() {
        assert_eq!(may_move(EDGES, Some(1), 1), Err(Refusal::Circle));
        assert_eq!(may_move(EDGES, Some(1), 3), Err(Refusal::Circle));
        assert_eq!(may_move(EDGES, None, 4), Err(Refusal::Deep));
        assert_eq!(may_move(EDGES, Some(2), 5), Err(Refusal::Deep));
        assert_eq!(may_move(EDGES, Some(2), 6), Ok(()));
        assert_eq!(may_move(EDGES, Some(6), 3), Ok(()));
        assert_eq!(may_move(EDGES, None, 3), Ok(()));
    }

    #[test]
    fn counts_add_up_to_the_root() {
        let own = HashMap::from([(1, 1), (3, 2), (4, 4), (5, 8)]);
        let totals = totals(EDGES, &own);
        assert_eq!((totals[&1], totals[&2], totals[&3], totals[&4], totals[&5]), (15, 6, 6, 4, 8));
        assert_eq!(totals.get(&6), None);
    }

    #[test]
    fn a_branch_is_all_that_lies_below() {
        assert_eq!(branch(EDGES, 2), HashSet::from([2, 3, 4]));
    }
}

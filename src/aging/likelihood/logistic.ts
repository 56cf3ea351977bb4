/**
 * Logistic regression by Newton's method, drawn toward given coefficients (ridge). Deterministic; with few
 * observations it stays at those coefficients, with many it follows the data.
 */

const ITERATIONS_MAX = 25;
const CONVERGED_STEP = 1e-5;
const STEP_LENGTH_MIN = 1 / 64;

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** `rows` × features (the first is the constant 1), outcomes 0 or 1. `ridge[k]` weighs the pull of `prior[k]`. */
export function fitLogistic(rows: readonly (readonly number[])[], outcomes: readonly number[], prior: readonly number[], ridge: readonly number[]): readonly number[] {
  let coefficients: readonly number[] = prior;
  let loss = penalisedLoss(rows, outcomes, coefficients, prior, ridge);
  for (let iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
    const step = newtonStep(rows, outcomes, coefficients, prior, ridge);
    // A full step may overshoot where the coefficients start far off: halved until it improves.
    let length = 1;
    let next = coefficients.map((value, k) => value + step[k]);
    let nextLoss = penalisedLoss(rows, outcomes, next, prior, ridge);
    while (nextLoss > loss && length > STEP_LENGTH_MIN) {
      length /= 2;
      const shorter = length;
      next = coefficients.map((value, k) => value + shorter * step[k]);
      nextLoss = penalisedLoss(rows, outcomes, next, prior, ridge);
    }
    if (nextLoss > loss) break;
    coefficients = next;
    loss = nextLoss;
    if (Math.max(...step.map(Math.abs)) < CONVERGED_STEP) break;
  }
  return coefficients;
}

/** What the fit minimises: the log loss of the outcomes and the distance from the prior. */
function penalisedLoss(rows: readonly (readonly number[])[], outcomes: readonly number[], coefficients: readonly number[], prior: readonly number[], ridge: readonly number[]): number {
  let loss = 0;
  for (let r = 0; r < rows.length; r++) {
    const score = dot(rows[r], coefficients);
    loss += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, score) - outcomes[r] * score;
  }
  return coefficients.reduce((sum, value, k) => sum + (ridge[k] * (value - prior[k]) ** 2) / 2, loss);
}

function newtonStep(rows: readonly (readonly number[])[], outcomes: readonly number[], coefficients: readonly number[], prior: readonly number[], ridge: readonly number[]): readonly number[] {
  const size = prior.length;
  const gradient = prior.map((value, k) => ridge[k] * (value - coefficients[k]));
  const curvature = prior.map((_, k) => prior.map((__, l) => (k === l ? ridge[k] : 0)));
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r];
    const p = sigmoid(dot(row, coefficients));
    const weight = Math.max(p * (1 - p), 1e-9);
    for (let k = 0; k < size; k++) {
      gradient[k] += (outcomes[r] - p) * row[k];
      for (let l = 0; l <= k; l++) curvature[k][l] += weight * row[k] * row[l];
    }
  }
  for (let k = 0; k < size; k++) for (let l = k + 1; l < size; l++) curvature[k][l] = curvature[l][k];
  return solve(curvature, gradient);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** Solves a symmetric positive definite system by Cholesky's method. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
    }
  }
  const forward: number[] = [];
  for (let i = 0; i < size; i++) forward[i] = (right[i] - dot(lower[i].slice(0, i), forward)) / lower[i][i];
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = forward[i];
    for (let k = i + 1; k < size; k++) sum -= lower[k][i] * solution[k];
    solution[i] = sum / lower[i][i];
  }
  return solution;
}

/* Sums of money as they are typed ("€12m", "£8-10m option; 2m add-ons") and as they are shown. */

import { fold } from "./folding.js";

const SIGNS = { "€": "EUR", "£": "GBP", $: "USD" };
const CODES = /\b(eur|gbp|usd|chf|sek|nok|dkk|pln|try|brl|sar)\b/i;
const UNITS = { k: 1e3, thousand: 1e3, m: 1e6, mln: 1e6, million: 1e6, mio: 1e6, bn: 1e9, billion: 1e9 };
const AMOUNT = /(\d[\d.,]*)\s*(k|thousand|mln|million|mio|m|bn|billion)?\b(?:\s*(?:-|–|to)\s*[€£$]?\s*(\d[\d.,]*)\s*(k|thousand|mln|million|mio|m|bn|billion)?\b)?/i;
const DEFAULT = "offer";

/* "12.5" and "12,5" are twelve and a half; "12,000,000" and "500.000" are whole. */
const number = (digits) => {
  const clean = digits.replace(/[.,]+$/, "");
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(clean);
  return Number(isGrouped ? clean.replace(/[.,]/g, "") : clean.replace(",", "."));
};

/* A bare number is in millions unless it is too great for that. */
const scale = (amount, unit) => Math.round(amount * (unit ? UNITS[unit.toLowerCase()] : amount < 1000 ? 1e6 : 1));

const currencyOf = (words) => {
  const sign = Object.keys(SIGNS).find((each) => words.includes(each));
  return sign ? SIGNS[sign] : words.match(CODES)?.[1].toUpperCase();
};

/* What the sum is for: the first vocabulary value of which a typed word is the beginning of a word. */
const whatOf = (words, vocabulary) => {
  const typed = fold(words.replace(AMOUNT, " ").replace(CODES, " ")).split(" ").filter((word) => word.length > 1);
  const fits = ([value]) => typed.some((word) => fold(value).split(" ").some((part) => part.startsWith(word)));
  return { what: vocabulary.find(fits)?.[0] ?? (typed.length ? null : DEFAULT), typed };
};

const one = (words, before, vocabulary) => {
  const amount = words.match(AMOUNT);
  if (!amount) {
    return { problem: `No sum in “${words.trim()}”` };
  }
  const { what, typed } = whatOf(words, vocabulary);
  if (!what) {
    return { problem: `“${typed.join(" ")}” is not one of: ${vocabulary.map(([value]) => value).join(", ")}` };
  }
  const [, first, unit, second, secondUnit] = amount;
  const low = scale(number(first), unit ?? secondUnit);
  const high = second ? scale(number(second), secondUnit ?? unit) : low;
  if (!Number.isFinite(low) || !Number.isFinite(high) || high < low) {
    return { problem: `“${amount[0].trim()}” is no range` };
  }
  return { fee: { what, low, high, currency: currencyOf(words) ?? before ?? "EUR" } };
};

/* {fees} or {problem}. Several are divided by ";" or "+"; a sum without a sign has the currency of the one before. */
export const parseFees = (typed, vocabulary) => {
  const fees = [];
  for (const words of typed.split(/[;+]/).filter((part) => part.trim())) {
    const { fee, problem } = one(words, fees.at(-1)?.currency, vocabulary);
    if (problem) {
      return { problem };
    }
    fees.push(fee);
  }
  return { fees };
};

const short = (amount) => {
  const [size, unit] = amount >= 1e9 ? [1e9, "bn"] : amount >= 1e6 ? [1e6, "m"] : amount >= 1e3 ? [1e3, "k"] : [1, ""];
  return `${Number((amount / size).toFixed(3))}${unit}`;
};

const signOf = (currency) => Object.keys(SIGNS).find((sign) => SIGNS[sign] === currency) ?? `${currency} `;

/* "option £8m–10m". */
export const feeWords = ({ what, low, high, currency }) =>
  `${what} ${signOf(currency)}${low === high ? short(low) : `${short(low)}–${short(high)}`}`;

/* The sums as they could have been typed. */
export const feesTyped = (fees) => (fees ?? []).map(feeWords).join("; ").replaceAll("–", "-");

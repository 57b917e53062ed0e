namespace WhatsCommerce.Storefronts;

/// <summary>A word, a number or a currency sign of a text.</summary>
/// <param name="Text">The normalized text.</param>
/// <param name="IsNumber">Whether it is a number; then <paramref name="Value"/> is set.</param>
/// <param name="Value">The number.</param>
/// <param name="IsGlued">Whether it directly follows the previous token, such as the 5 in "a5".</param>
/// <param name="IsAfterBreak">Whether a comma, a line break or the like precedes it.</param>
internal readonly record struct Token(string Text, bool IsNumber, decimal Value, bool IsGlued, bool IsAfterBreak);

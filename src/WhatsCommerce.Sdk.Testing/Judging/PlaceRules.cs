namespace WhatsCommerce.Testing.Judging;

/// <summary>The most common rules: a required parameter is missing (131008), or a parameter has an invalid value (131009).</summary>
internal static class PlaceRules
{
    public static Refusal Missing(this Place place) => Refusals.Missing($"The parameter {place.Path} is required.");

    /// <summary>131009 with the problem of the parameter: "must be a boolean", "is not allowed for lists".</summary>
    public static Refusal Wrong(this Place place, string what) => Refusals.Invalid($"The parameter {place.Path} {what}.");

    /// <summary>131009: a text is empty or too long. Meta's message, followed by the path.</summary>
    public static Refusal WrongLength(this Place place, string what, int min, int max) => Refusals.Invalid(
        string.Create(CultureInfo.InvariantCulture, $"{what} length invalid. Min length: {min}, Max length: {max}: {place.Path}"));

    /// <summary>131009: there are too few or too many items. Meta's message, followed by the path.</summary>
    public static Refusal WrongCount(this Place place, string what, int min, int max) => Refusals.Invalid(
        string.Create(
            CultureInfo.InvariantCulture, $"Invalid {what} count. Min allowed {what}: {min}, Max allowed {what}: {max}: {place.Path}"));

    public static Refusal? NeedObject(this Place place) =>
        !place.IsThere ? place.Missing() : place.IsObject ? null : place.Wrong("must be an object");

    public static Refusal? AllowObject(this Place place) => !place.IsThere || place.IsObject ? null : place.Wrong("must be an object");

    public static Refusal? NeedArray(this Place place, string what, int min, int max) =>
        place.Json is null ? place.Missing()
        : place.Json is not { ValueKind: JsonValueKind.Array } ? place.Wrong("must be an array")
        : place.Count < min || place.Count > max ? place.WrongCount(what, min, max)
        : null;

    public static Refusal? AllowArray(this Place place) =>
        place.Json is null or { ValueKind: JsonValueKind.Array } ? null : place.Wrong("must be an array");

    /// <summary>A required text with a maximum length.</summary>
    public static Refusal? NeedText(this Place place, string what, int max) =>
        place.Text is not { } text ? place.Missing()
        : string.IsNullOrWhiteSpace(text) || Json.Length(text) > max ? place.WrongLength(what, 1, max)
        : null;

    /// <summary>A required text of any length.</summary>
    public static Refusal? NeedText(this Place place) =>
        !place.IsThere || place.Text is { } text && string.IsNullOrWhiteSpace(text) ? place.Missing()
        : place.Text is null ? place.Wrong("must be a string")
        : null;

    /// <summary>An optional text with a maximum length.</summary>
    public static Refusal? AllowText(this Place place, string what, int max) =>
        !place.IsThere ? null
        : place.Text is not { } text ? place.Wrong("must be a string")
        : Json.Length(text) > max ? place.WrongLength(what, 0, max)
        : null;

    /// <summary>An optional text of any length.</summary>
    public static Refusal? AllowText(this Place place) => !place.IsThere || place.Text is not null ? null : place.Wrong("must be a string");

    public static Refusal? AllowBoolean(this Place place) =>
        place.Json is null or { ValueKind: JsonValueKind.True or JsonValueKind.False } ? null : place.Wrong("must be a boolean");

    /// <summary>A required value that must be one of a few.</summary>
    public static Refusal? NeedWord(this Place place, params ReadOnlySpan<string> words) =>
        place.Text is not { Length: > 0 } word ? place.Missing()
        : words.Contains(word) ? null
        : place.Wrong($"must be one of {{{string.Join(", ", words!)}}} - got \"{word}\"");

    /// <summary>An optional value that must be one of a few.</summary>
    public static Refusal? AllowWord(this Place place, params ReadOnlySpan<string> words) => place.IsThere ? place.NeedWord(words) : null;

    public static Refusal? NeedWhole(this Place place, long min, long max) =>
        !place.IsThere ? place.Missing()
        : place.Whole is { } number && number >= min && number <= max ? null
        : place.Wrong(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));

    public static Refusal? AllowWhole(this Place place, long min, long max) => place.IsThere ? place.NeedWhole(min, max) : null;

    /// <summary>A required absolute http or https URL.</summary>
    public static Refusal? NeedWebAddress(this Place place) =>
        string.IsNullOrWhiteSpace(place.Text) ? place.Missing()
        : RequestRules.IsWebAddress(place.Text) ? null
        : place.Wrong("must be an absolute http or https URL");

    /// <summary>131009: the message does not allow the parameter.</summary>
    public static Refusal? Forbid(this Place place, string messages) =>
        place.IsThere ? place.Wrong($"is not allowed for {messages}") : null;

    /// <summary>131009: the text is a duplicate.</summary>
    public static Refusal? NeedUnique(this Place place, HashSet<string> seen) =>
        seen.Add(place.Text ?? "") ? null : place.Wrong("must be unique within the message");
}

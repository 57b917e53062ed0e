namespace WhatsCommerce;

/// <summary>
/// An item of a list that Meta gave in another shape than it documents. It does not end the list: its neighbours are read as usual.
/// </summary>
public sealed class MalformedItem
{
    internal MalformedItem(int position, JsonElement json, IReadOnlyList<string> members, bool isListed)
    {
        Position = position;
        Json = json;
        Members = members;
        IsListed = isListed;
        Id = TextOf("id");
        RetailerId = new RetailerId(TextOf("retailer_id"));
    }

    /// <summary>Its place on the page, counted from 0.</summary>
    public int Position { get; }

    /// <summary>Meta's id of it, where it has one that can be read.</summary>
    public string? Id { get; }

    /// <summary>The business's own id of it, where it has one that can be read.</summary>
    public RetailerId RetailerId { get; }

    /// <summary>The members that do not have the shape that they should have, by their names; empty where it is no object at all.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Whether it is in the list all the same, without those members.</summary>
    public bool IsListed { get; }

    /// <summary>The item as it came.</summary>
    public JsonElement Json { get; }

    /// <summary>Which item it is, and its malformed members; no values, which may be a customer's.</summary>
    public override string ToString()
    {
        string which = (Id, RetailerId.HasValue) switch
        {
            (not null, true) => FormattableString.Invariant($"item {Id} ({RetailerId})"),
            (not null, false) => FormattableString.Invariant($"item {Id}"),
            (null, true) => FormattableString.Invariant($"item {RetailerId}"),
            _ => FormattableString.Invariant($"item at position {Position} of its page"),
        };
        return Members.Count == 0 ? $"{which}: {Json.ValueKind} in place of an object" : $"{which}: {string.Join(", ", Members)}";
    }

    private string? TextOf(string name) =>
        Json.ValueKind != JsonValueKind.Object || !Json.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : value.ValueKind == JsonValueKind.String && TryGetText(value, out string? text) && !string.IsNullOrWhiteSpace(text) ? text
        : null;

    private static bool TryGetText(JsonElement value, out string? text)
    {
        try
        {
            text = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a character.
            text = null;
            return false;
        }
    }
}

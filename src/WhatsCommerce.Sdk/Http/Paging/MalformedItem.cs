namespace WhatsCommerce;

/// <summary>
/// Represents an item of a list that does not have the shape that Meta documents. It does not end the list: the other items are read as
/// usual.
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

    /// <summary>Gets its position on the page, counted from 0.</summary>
    public int Position { get; }

    /// <summary>Gets its id at Meta, if it has a readable one.</summary>
    public string? Id { get; }

    /// <summary>Gets the business's own id of it, if it has a readable one.</summary>
    public RetailerId RetailerId { get; }

    /// <summary>Gets the names of the malformed members; empty when the item is not an object.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Gets whether the item is in the list anyway, without those members.</summary>
    public bool IsListed { get; }

    /// <summary>Gets the item as received.</summary>
    public JsonElement Json { get; }

    /// <summary>Returns which item it is, and the names of its malformed members; no values, which may contain customer data.</summary>
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
            // Half a surrogate pair.
            text = null;
            return false;
        }
    }
}

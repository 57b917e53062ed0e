namespace WhatsCommerce.Webhooks.Json;

/// <summary>Where a member stands in the body: its name without quotes, still escaped, and its value.</summary>
internal readonly record struct MemberSlice(string? Path, int NameStart, int NameLength, int ValueStart, int ValueEnd)
{
    /// <summary>What goes before the name, such as <c>order.</c>, when the member's object has no record of its own.</summary>
    public string? Path { get; init; } = Path;

    public bool IsPresent => ValueEnd > 0;
}

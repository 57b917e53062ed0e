namespace WhatsCommerce.Testing;

/// <summary>A group of templates. In memory only.</summary>
internal sealed record TemplateGroupEntry(
    EmulatedAccount Account, long Number, string Name, string? Description, IReadOnlyList<string> Templates, DateTimeOffset At)
{
    public DateTimeOffset UpdatedAt { get; init; } = At;

    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

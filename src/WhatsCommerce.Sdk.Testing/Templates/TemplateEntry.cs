namespace WhatsCommerce.Testing;

/// <summary>A template as the account keeps it: in one language.</summary>
internal sealed record TemplateEntry(EmulatedTemplates Owner, long Number, string Name, string Language)
{
    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public required string Category { get; init; }
    public string? SubCategory { get; init; }
    public string? ParameterFormat { get; init; }

    /// <summary>The components, a JSON array in UTF-8 as it came.</summary>
    public required byte[] Components { get; init; }

    public DateTimeOffset ReviewDue { get; init; }

    /// <summary>When it was made or edited last.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it was edited since it was approved, the oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Edits { get; init; } = [];
}

namespace WhatsCommerce.Catalogs;

/// <summary>Defines a feed to create. Source: Meta, ProductCatalog <c>product_feeds</c>.</summary>
public sealed record ProductFeedDefinition
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The schedule on which the file replaces all items of the feed; <see langword="null"/> when files are uploaded manually.
    /// </summary>
    public FeedSchedule? Schedule { get; init; }

    /// <summary>The schedule on which a file adds items to the feed and changes existing ones.</summary>
    public FeedSchedule? UpdateSchedule { get; init; }

    /// <summary>The currency of prices without one.</summary>
    public Currency DefaultCurrency { get; init; }

    /// <summary>The country, as two letters.</summary>
    public string? Country { get; init; }

    /// <summary>Whether items that are no longer in the file are deleted.</summary>
    public bool? DeletionEnabled { get; init; }

    /// <summary>
    /// The delimiter between columns: <c>AUTODETECT</c>, <c>COMMA</c>, <c>TAB</c>, <c>SEMICOLON</c>, <c>BAR</c> or <c>TILDE</c>.
    /// </summary>
    public string? Delimiter { get; init; }

    /// <summary>The encoding: <c>AUTODETECT</c>, <c>UTF8</c>, <c>LATIN1</c> or another of Meta's.</summary>
    public string? Encoding { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, Name);
        WriteSchedule(writer, "schedule"u8, Schedule);
        WriteSchedule(writer, "update_schedule"u8, UpdateSchedule);
        writer.WriteChange("default_currency"u8, DefaultCurrency.Code);
        writer.WriteChange("country"u8, Country);
        if (DeletionEnabled is bool deletes)
        {
            writer.WriteBoolean("deletion_enabled"u8, deletes);
        }

        writer.WriteChange("delimiter"u8, Delimiter);
        writer.WriteChange("encoding"u8, Encoding);
        writer.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter writer, ReadOnlySpan<byte> name, FeedSchedule? schedule)
    {
        if (schedule is not null)
        {
            writer.WritePropertyName(name);
            schedule.Write(writer);
        }
    }
}

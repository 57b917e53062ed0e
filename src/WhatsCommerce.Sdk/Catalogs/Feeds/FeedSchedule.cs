namespace WhatsCommerce.Catalogs;

/// <summary>
/// Represents when and from where Meta fetches the file of a feed. Source: Meta, ProductCatalog <c>product_feeds</c>, <c>schedule</c>.
/// </summary>
/// <remarks>If prices change more often than once an hour, write the items with <see cref="InventoryClient"/> instead.</remarks>
public sealed record FeedSchedule
{
    /// <summary>The unit of the interval.</summary>
    public required FeedInterval Interval { get; init; }

    /// <summary>The number of <see cref="Interval"/> units between two fetches; 1 by default.</summary>
    public int? IntervalCount { get; init; }

    /// <summary>The hour, 0 to 23.</summary>
    public int? Hour { get; init; }

    /// <summary>The minute, 0 to 59.</summary>
    public int? Minute { get; init; }

    /// <summary>The day of the week, for <see cref="FeedInterval.Weekly"/>, such as <c>MONDAY</c>.</summary>
    public string? DayOfWeek { get; init; }

    /// <summary>The day of the month, 1 to 31, for <see cref="FeedInterval.Monthly"/>.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>The time zone of hour and minute, such as <c>America/Sao_Paulo</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The URL of the file: http, https, ftp or sftp.</summary>
    public required Uri Url { get; init; }

    /// <summary>The user name at the file's server, if it requires one.</summary>
    public string? Username { get; init; }

    /// <summary>The password. A secret: it is sent to Meta, which never returns it.</summary>
    public string? Password { get; init; }

    /// <summary>Returns the interval and the host; neither the password nor the URL, which may contain one.</summary>
    public override string ToString() => Url.IsAbsoluteUri ? $"{Interval} from {Url.Host}" : Interval.ToString();

    internal void Check(string parameter)
    {
        if (!Interval.HasValue)
        {
            throw new ArgumentException("The schedule has no interval: choose FeedInterval.Daily or another.", parameter);
        }

        FeedAddress.Check(Url, parameter);
        if (IntervalCount < 1 || Hour is < 0 or > 23 || Minute is < 0 or > 59 || DayOfMonth is < 1 or > 31)
        {
            throw new ArgumentException(
                "The schedule has a time that does not exist: hours go from 0 to 23, minutes to 59, days of the month from 1 to 31, and "
                    + "intervals from 1.",
                parameter);
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("interval"u8, Interval.Value);
        Write(writer, "interval_count"u8, IntervalCount);
        Write(writer, "hour"u8, Hour);
        Write(writer, "minute"u8, Minute);
        writer.WriteOptional("day_of_week"u8, DayOfWeek);
        Write(writer, "day_of_month"u8, DayOfMonth);
        writer.WriteOptional("timezone"u8, TimeZone);
        writer.WriteString("url"u8, Url.OriginalString);
        writer.WriteOptional("username"u8, Username);
        writer.WriteOptional("password"u8, Password);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? number)
    {
        if (number is int value)
        {
            writer.WriteNumber(name, value);
        }
    }
}

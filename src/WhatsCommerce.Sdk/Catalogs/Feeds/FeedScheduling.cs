namespace WhatsCommerce.Catalogs;

/// <summary>The JSON that gives a feed another schedule.</summary>
internal sealed record FeedScheduling(FeedSchedule Schedule) : IJsonBody
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("schedule"u8);
        Schedule.Write(writer);
        writer.WriteEndObject();
    }
}

namespace WhatsCommerce.Catalogs;

/// <summary>The JSON that changes the schedule of a feed.</summary>
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

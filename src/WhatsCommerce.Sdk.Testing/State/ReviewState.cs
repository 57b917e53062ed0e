using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>The verdicts on catalog items.</summary>
internal sealed class ReviewState(EmulatedReviews reviews) : IStateSection
{
    public string Name => "reviews";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach ((string retailerId, string status, string[] reasons) in reviews.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("retailerId", retailerId);
            json.WriteString("status", status);
            json.WriteStartArray("reasons");
            foreach (string reason in reasons)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Read(JsonElement section)
    {
        foreach (JsonElement verdict in section.EnumerateArray())
        {
            reviews.Restore(verdict.Text("retailerId"), verdict.Text("status"), [.. verdict.List("reasons").Select(reason => reason.GetString()!)]);
        }
    }
}

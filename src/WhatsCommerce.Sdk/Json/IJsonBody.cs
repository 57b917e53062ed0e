namespace WhatsCommerce.Json;

/// <summary>A body that serializes itself.</summary>
internal interface IJsonBody
{
    void WriteTo(Utf8JsonWriter writer);
}

namespace WhatsCommerce.Json;

/// <summary>A body that writes itself.</summary>
internal interface IJsonBody
{
    void WriteTo(Utf8JsonWriter writer);
}

namespace WhatsCommerce.Storefronts;

/// <summary>A value that is stored as its text, and as <c>null</c> when it is absent.</summary>
internal sealed class TextJsonConverter<T>(Func<string?, T> read, Func<T, string?> write) : JsonConverter<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

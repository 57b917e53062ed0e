using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>A part of what is kept in a folder: one member of the file.</summary>
internal interface IStateSection
{
    /// <summary>The name of the member.</summary>
    string Name { get; }

    /// <summary>Writes the value of the member.</summary>
    void Write(Utf8JsonWriter json);

    /// <summary>Takes back what was written, before the server starts. An exception of JSON or of a format says what cannot be read.</summary>
    void Read(JsonElement section);
}

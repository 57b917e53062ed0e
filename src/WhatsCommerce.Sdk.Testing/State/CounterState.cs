using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>The last id that was given out, so that no id is given to two things.</summary>
internal sealed class CounterState(IdSequence ids) : IStateSection
{
    public string Name => "lastId";

    public void Write(Utf8JsonWriter json) => json.WriteNumberValue(ids.Last);

    public void Read(JsonElement section) => ids.Last = section.GetInt64();
}

using System.Text.Json;

namespace WhatsCommerce.Testing.State;

/// <summary>The last id that was given out, so that no id is given to two things.</summary>
internal sealed class CounterState(EmulatorContext context) : IStateSection
{
    public string Name => "lastId";

    public void Write(Utf8JsonWriter json) => json.WriteNumberValue(context.LastId);

    public void Read(JsonElement section) => context.LastId = section.GetInt64();
}

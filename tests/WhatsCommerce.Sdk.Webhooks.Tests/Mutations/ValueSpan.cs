using System.Runtime.InteropServices;
using System.Text.Json;

namespace WhatsCommerce.Tests.Mutations;

/// <summary>Where a value stands in a JSON text.</summary>
/// <param name="First">The first byte of its name, or of itself when it has none.</param>
/// <param name="Start">The first byte of the value.</param>
/// <param name="End">The byte behind it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueSpan(int First, int Start, int End)
{
    /// <summary>Finds all values of a body, outer ones first; false when it is no JSON, or deeper than the parser goes.</summary>
    public static bool TryFind(byte[] body, out List<ValueSpan> values)
    {
        values = [];
        var open = new Stack<int>();
        int name = -1;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 256 });
        try
        {
            while (reader.Read())
            {
                int start = (int)reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = start;
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    int index = open.Pop();
                    values[index] = values[index] with { End = (int)reader.BytesConsumed };
                }
                else
                {
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        open.Push(values.Count);
                    }

                    values.Add(new(name < 0 ? start : name, start, (int)reader.BytesConsumed));
                    name = -1;
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

namespace WhatsCommerce.Testing;

/// <summary>The fields that <c>fields=</c> may contain for one kind of object, and how they are written.</summary>
/// <param name="type">Graph's name of the kind of object.</param>
/// <param name="defaults">The default fields.</param>
internal sealed class FieldSet<T>(string type, string defaults)
{
    private readonly Dictionary<string, Action<Utf8JsonWriter, T>> _fields = new(StringComparer.Ordinal);

    /// <summary>Sets how a field is written; fields without a value are left out.</summary>
    public Action<Utf8JsonWriter, T> this[string name]
    {
        set => _fields[name] = value;
    }

    /// <summary>Further fields that exist, and how they are all written.</summary>
    public (IReadOnlySet<string> Names, Action<Utf8JsonWriter, T, IReadOnlyList<string>> Write)? Others { get; init; }

    /// <summary>Documented fields that the emulator does not have: they may be requested, and are left out.</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Reads the requested fields; an unknown field is an error.</summary>
    public IReadOnlyList<string> Read(ApiCall call)
    {
        string? text = call.Text("fields");
        List<string> names = Split(string.IsNullOrWhiteSpace(text) ? defaults : text);
        foreach (string name in names)
        {
            if (!_fields.ContainsKey(name) && Others?.Names.Contains(name) is not true && !LeftOut.Contains(name))
            {
                throw new RefusedException(
                    new Refusal(400, 100, $"(#100) Tried accessing nonexisting field ({name}) on node type ({type})"));
            }
        }

        // Graph always returns the id.
        return names.Contains("id") || !_fields.ContainsKey("id") ? names : [.. names, "id"];
    }

    /// <summary>Writes fields of an object.</summary>
    public void Write(Utf8JsonWriter json, T node, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (_fields.TryGetValue(name, out Action<Utf8JsonWriter, T>? write))
            {
                write(json, node);
            }
        }

        Others?.Write(json, node, names);
    }

    /// <summary>Responds with an object.</summary>
    public ApiResponse Respond(ApiCall call, T node)
    {
        IReadOnlyList<string> names = Read(call);
        return ApiResponse.Success(json => Write(json, node, names));
    }

    // product_group{id,retailer_id},price: braces contain subfields of the field before them, which is always written completely.
    private static List<string> Split(string text)
    {
        List<string> names = [];
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i == text.Length ? ',' : text[i];
            depth += c is '{' or '(' ? 1 : c is '}' or ')' ? -1 : 0;
            if (c == ',' && depth <= 0)
            {
                string part = text[start..i].Trim();
                int end = part.AsSpan().IndexOfAny('{', '(', '.');
                part = end < 0 ? part : part[..end];
                if (part.Length > 0 && !names.Contains(part))
                {
                    names.Add(part);
                }

                start = i + 1;
            }
        }

        return names;
    }
}

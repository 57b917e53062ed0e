namespace WhatsCommerce.Testing;

/// <summary>The fields that one kind of object has, and how each is written: what <c>fields=</c> may name.</summary>
/// <param name="type">What Graph calls the kind of object.</param>
/// <param name="defaults">What is written when the request names no fields.</param>
internal sealed class FieldSet<T>(string type, string defaults)
{
    private readonly Dictionary<string, Action<Utf8JsonWriter, T>> _fields = new(StringComparer.Ordinal);

    /// <summary>How a field is written; nothing is, when the object lacks it.</summary>
    public Action<Utf8JsonWriter, T> this[string name]
    {
        set => _fields[name] = value;
    }

    /// <summary>Further fields that exist, and how they are all written.</summary>
    public (IReadOnlySet<string> Names, Action<Utf8JsonWriter, T, IReadOnlyList<string>> Write)? Others { get; init; }

    /// <summary>Fields that Meta documents and no object here has: they may be asked for, and are left out.</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Reads which fields a call asks for; one that does not exist ends it.</summary>
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

        // Graph gives the id whatever is asked for.
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

    /// <summary>Answers with an object.</summary>
    public ApiAnswer Answer(ApiCall call, T node)
    {
        IReadOnlyList<string> names = Read(call);
        return ApiAnswer.Success(json => Write(json, node, names));
    }

    // product_group{id,retailer_id},price: what stands in braces belongs to the field before them, which is written whole here.
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

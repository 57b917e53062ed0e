using System.Text.Unicode;

namespace WhatsCommerce.Testing;

/// <summary>
/// A request in an endpoint, with its parameters: like Graph, it accepts them in the query, in a form and in a JSON body. The body takes
/// precedence over the query.
/// </summary>
internal sealed class ApiCall(ApiRequest request, GraphPath path) : IDisposable
{
    private readonly List<JsonDocument> _documents = [];
    private JsonElement? _json;
    private bool _isRead;

    public ApiRequest Request => request;

    /// <summary>The path segments after the edge.</summary>
    public IReadOnlyList<string> Rest => path.Rest;

    /// <summary>
    /// The body as a JSON object, converted from a form if necessary; null when it is empty. Valid until the call is disposed.
    /// </summary>
    public JsonElement? Body
    {
        get
        {
            Read();
            return _json;
        }
    }

    /// <summary>All parameters of the body, or of the query when there is no body, without those about the request itself.</summary>
    public IEnumerable<(string Name, JsonElement? Json, string Text)> Fields
    {
        get
        {
            Read();
            return (_json is { } json ? json.EnumerateObject().Select(
                member => (member.Name, Json: (JsonElement?)member.Value, Text: Text(member.Name) ?? ""))
                : request.Query.Select(item => (Name: item.Key, Json: default(JsonElement?), Text: item.Value)))
                .Where(item => !FormBody.IsAboutTheRequest(item.Name));
        }
    }

    /// <summary>The body as JSON bytes, converted from a form if necessary; empty when it is neither.</summary>
    public byte[] BodyJson => request.IsJson ? request.Body : request.Parts.Count > 0 ? FormBody.ToJson(request.Parts) : [];

    /// <summary>A parameter as text, from the body or otherwise from the query.</summary>
    public string? Text(string name)
    {
        Read();
        return _json.Member(name) switch
        {
            { ValueKind: JsonValueKind.True } => "true",
            { ValueKind: JsonValueKind.False } => "false",
            { ValueKind: JsonValueKind.Object or JsonValueKind.Array } value => value.GetRawText(),
            not null => _json.TextMember(name),
            null => request.Query.GetValueOrDefault(name),
        };
    }

    /// <summary>A required parameter.</summary>
    public string Required(string name) =>
        Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Refused(Refusals.Required(name));

    /// <summary>A Boolean parameter.</summary>
    public bool? Flag(string name) => Text(name) switch
    {
        null or "" => null,
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        var other => throw Refused(Refusals.NotOneOf(name, "TRUE, FALSE", other)),
    };

    /// <summary>A parameter that is a whole number, zero or more.</summary>
    public int? Number(string name) => Text(name) switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
        _ => throw Refused(new(400, 100, $"(#100) Param {name} must be an integer")),
    };

    /// <summary>A JSON parameter: a property of the body, or JSON text in a form or a query.</summary>
    public JsonElement? Json(string name)
    {
        Read();
        if (_json.Member(name) is { ValueKind: not JsonValueKind.String } member)
        {
            return member;
        }

        return Text(name) is { Length: > 0 } text ? Parse(System.Text.Encoding.UTF8.GetBytes(text), name) : null;
    }

    /// <summary>Rejects the request if there is a refusal.</summary>
    public static void Check(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw Refused(refusal);
        }
    }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    private void Read()
    {
        if (_isRead)
        {
            return;
        }

        _isRead = true;
        if (BodyJson is { Length: > 0 } body)
        {
            JsonElement json = Parse(body, "body");
            _json = json.ValueKind is JsonValueKind.Object
                ? json
                : throw Refused(Refusals.Unreadable("(#100) The request body must be a JSON object."));
        }
    }

    private JsonElement Parse(byte[] utf8, string name)
    {
        try
        {
            JsonDocument document = Utf8.IsValid(utf8) ? JsonDocument.Parse(utf8) : throw new JsonException("It is not valid UTF-8.");
            _documents.Add(document);
            return document.RootElement;
        }
        catch (JsonException exception)
        {
            throw Refused(name == "body"
                ? Refusals.Unreadable("Invalid JSON in request body", exception.Message)
                : new(400, 100, $"(#100) Param {name} must be valid JSON") { Details = exception.Message });
        }
    }

    private static RefusedException Refused(Refusal refusal) => new(refusal);
}

using System.Text.Encodings.Web;

namespace WhatsCommerce.Testing;

/// <summary>The response to a request, and the actions after it was sent.</summary>
internal sealed class ApiResponse
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ApiResponse(int statusCode, byte[] body)
    {
        StatusCode = statusCode;
        Body = body;
    }

    public int StatusCode { get; }
    public byte[] Body { get; }

    /// <summary>The file that is returned instead of JSON, if any.</summary>
    public EmulatedMedia? Media { get; private init; }

    /// <summary>Whether the request was carried out, whatever the response is.</summary>
    public bool IsAccepted { get; private init; }

    /// <summary>Whether the connection is closed instead of a response.</summary>
    public bool IsCut { get; private init; }

    public TimeSpan Wait { get; private init; }
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>A response header with the usage of a rate limit, if a fault adds one.</summary>
    public (string Name, string Value)? UsageHeader { get; private init; }

    public EmulatedFault? Fault { get; private init; }
    public int? ErrorCode { get; private init; }
    public string? ErrorDetails { get; private init; }

    /// <summary>The effects of an accepted message. They run after the response, so that no status overtakes it.</summary>
    public Action Afterwards { get; private init; } = static () => { };

    public static ApiResponse Success(Action<Utf8JsonWriter> write, Action? afterwards = null) =>
        new(200, Json(write)) { IsAccepted = true, Afterwards = afterwards ?? (static () => { }) };

    /// <summary>Graph's response for success without data.</summary>
    public static ApiResponse Done() => Success(static json => json.WriteBoolean("success", true));

    /// <summary>Graph's response for a created object.</summary>
    public static ApiResponse Made(string id) => Success(json => json.WriteString("id", id));

    /// <summary>The bytes of a file.</summary>
    public static ApiResponse File(EmulatedMedia media) => new(200, []) { IsAccepted = true, Media = media };

    /// <summary>JSON as it was uploaded.</summary>
    public static ApiResponse AsIs(byte[] json) => new(200, json) { IsAccepted = true };

    public static ApiResponse Error(Refusal refusal) => new(refusal.HttpStatus, Json(json => WriteError(json, refusal)))
    {
        ErrorCode = refusal.Code,
        ErrorDetails = refusal.Details ?? refusal.UserMessage ?? refusal.Message,
    };

    /// <summary>The responses to the requests of a batch, each as a string within the batch response.</summary>
    public static ApiResponse Batch(IReadOnlyList<ApiResponse> responses)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body, Writing))
        {
            json.WriteStartArray();
            foreach (ApiResponse response in responses)
            {
                json.WriteStartObject();
                json.WriteNumber("code", response.StatusCode);
                json.WriteStartArray("headers");
                json.WriteStartObject();
                json.WriteString("name", "Content-Type");
                json.WriteString("value", "application/json; charset=UTF-8");
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteString("body", response.Body);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return new(200, body.WrittenSpan.ToArray())
        {
            IsAccepted = true,
            Afterwards = () =>
            {
                foreach (ApiResponse response in responses)
                {
                    response.Afterwards();
                }
            },
        };
    }

    /// <summary>A partial success: an error together with the completed changes.</summary>
    public static ApiResponse Partial(Refusal refusal, Action<Utf8JsonWriter> write) => new(refusal.HttpStatus, Json(json =>
    {
        write(json);
        WriteError(json, refusal);
    }))
    {
        IsAccepted = true,
        ErrorCode = refusal.Code,
        ErrorDetails = refusal.Details ?? refusal.Message,
    };

    /// <summary>Applies a fault to a response; null for a fault that occurs before processing.</summary>
    public static ApiResponse Faulty(EmulatedFault fault, ApiResponse? judged = null) =>
        new(
            fault.Cuts ? 0 : fault.Refusal?.HttpStatus ?? judged!.StatusCode,
            fault.Cuts ? [] : fault.Refusal is { } refusal ? Json(json => WriteError(json, refusal)) : judged!.Body)
        {
            Fault = fault,
            IsCut = fault.Cuts,
            Media = fault.Cuts || fault.Refusal is not null ? null : judged?.Media,
            Wait = fault.Wait,
            RetryAfter = fault.RetryAfter,
            UsageHeader = fault.UsageHeader,
            IsAccepted = judged?.IsAccepted ?? false,
            Afterwards = judged?.Afterwards ?? (static () => { }),
            ErrorCode = fault.Refusal?.Code ?? judged?.ErrorCode,
            ErrorDetails = fault.Refusal?.Message ?? judged?.ErrorDetails,
        };

    private static void WriteError(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteStartObject("error");
        json.WriteString("message", refusal.Message);
        json.WriteString("type", refusal.Type);
        json.WriteNumber("code", refusal.Code);
        if (refusal.Subcode is { } subcode)
        {
            json.WriteNumber("error_subcode", subcode);
        }

        if (refusal.IsTransient is { } isTransient)
        {
            json.WriteBoolean("is_transient", isTransient);
        }

        if (refusal.UserTitle is { } title)
        {
            json.WriteString("error_user_title", title);
            json.WriteString("error_user_msg", refusal.UserMessage);
        }

        if (refusal.Details is { } details)
        {
            json.WriteStartObject("error_data");
            json.WriteString("messaging_product", "whatsapp");
            json.WriteString("details", details);
            json.WriteEndObject();
        }

        json.WriteString("fbtrace_id", MessageIds.Trace());
        json.WriteEndObject();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }
}

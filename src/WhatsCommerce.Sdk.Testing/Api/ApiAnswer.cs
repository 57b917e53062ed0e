using System.Text.Encodings.Web;

namespace WhatsCommerce.Testing;

/// <summary>The answer to a request, and what happens once it has gone out.</summary>
internal sealed class ApiAnswer
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ApiAnswer(int statusCode, byte[] body)
    {
        StatusCode = statusCode;
        Body = body;
    }

    public int StatusCode { get; }
    public byte[] Body { get; }

    /// <summary>The file that is answered in place of JSON, if one is.</summary>
    public EmulatedMedia? Media { get; private init; }

    /// <summary>Whether the request was carried out, whatever is answered.</summary>
    public bool IsAccepted { get; private init; }

    /// <summary>Whether the connection is cut in place of the answer.</summary>
    public bool IsCut { get; private init; }

    public TimeSpan Wait { get; private init; }
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>A header of the answer that tells how much of a limit is used, if a fault sends one.</summary>
    public (string Name, string Value)? UsageHeader { get; private init; }

    public EmulatedFault? Fault { get; private init; }
    public int? ErrorCode { get; private init; }
    public string? ErrorDetails { get; private init; }

    /// <summary>What an accepted message sets off. Runs after the answer, so that no status overtakes it.</summary>
    public Action Afterwards { get; private init; } = static () => { };

    public static ApiAnswer Success(Action<Utf8JsonWriter> write, Action? afterwards = null) =>
        new(200, Json(write)) { IsAccepted = true, Afterwards = afterwards ?? (static () => { }) };

    /// <summary>What Graph answers when there is nothing to tell but that it is done.</summary>
    public static ApiAnswer Done() => Success(static json => json.WriteBoolean("success", true));

    /// <summary>What Graph answers when it has made something.</summary>
    public static ApiAnswer Made(string id) => Success(json => json.WriteString("id", id));

    /// <summary>The bytes of a file.</summary>
    public static ApiAnswer File(EmulatedMedia media) => new(200, []) { IsAccepted = true, Media = media };

    /// <summary>JSON as it was uploaded.</summary>
    public static ApiAnswer AsIs(byte[] json) => new(200, json) { IsAccepted = true };

    public static ApiAnswer Error(Refusal refusal) => new(refusal.HttpStatus, Json(json => WriteError(json, refusal)))
    {
        ErrorCode = refusal.Code,
        ErrorDetails = refusal.Details ?? refusal.UserMessage ?? refusal.Message,
    };

    /// <summary>The answers to the requests of a batch, each as a text within the one.</summary>
    public static ApiAnswer Batch(IReadOnlyList<ApiAnswer> answers)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body, Writing))
        {
            json.WriteStartArray();
            foreach (ApiAnswer answer in answers)
            {
                json.WriteStartObject();
                json.WriteNumber("code", answer.StatusCode);
                json.WriteStartArray("headers");
                json.WriteStartObject();
                json.WriteString("name", "Content-Type");
                json.WriteString("value", "application/json; charset=UTF-8");
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteString("body", answer.Body);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return new(200, body.WrittenSpan.ToArray())
        {
            IsAccepted = true,
            Afterwards = () =>
            {
                foreach (ApiAnswer answer in answers)
                {
                    answer.Afterwards();
                }
            },
        };
    }

    /// <summary>An error, and beside it what was done all the same.</summary>
    public static ApiAnswer Partial(Refusal refusal, Action<Utf8JsonWriter> write) => new(refusal.HttpStatus, Json(json =>
    {
        write(json);
        WriteError(json, refusal);
    }))
    {
        IsAccepted = true,
        ErrorCode = refusal.Code,
        ErrorDetails = refusal.Details ?? refusal.Message,
    };

    /// <summary>What a fault makes of an answer; without one, for a fault that strikes before.</summary>
    public static ApiAnswer Faulty(EmulatedFault fault, ApiAnswer? judged = null) =>
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

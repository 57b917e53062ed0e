using System.Collections.ObjectModel;

namespace WhatsCommerce;

/// <summary>Represents a response of the Graph API as received, for data that the SDK has no property for.</summary>
public class GraphResponse
{
    internal GraphResponse(HttpStatusCode statusCode, ReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        StatusCode = statusCode;
        Headers = headers;
        Body = body;
    }

    /// <summary>Stands for the response to a message that was sent earlier: the ledger keeps only the receipt.</summary>
    internal static GraphResponse FromLedger { get; } = new(HttpStatusCode.OK, ReadOnlyDictionary<string, string>.Empty, default);

    private protected GraphResponse(GraphResponse response)
    {
        StatusCode = response.StatusCode;
        Headers = response.Headers;
        Body = response.Body;
    }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// Gets the headers, including those of the content; names are case-insensitive, multiple values are joined by commas.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the body, byte for byte (with the exceptions described at <see cref="GraphException.Response"/>).</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the header <c>x-fb-trace-id</c>, which Meta's support asks for.</summary>
    public string? TraceId => Headers.GetValueOrDefault("x-fb-trace-id");

    /// <summary>Returns the status and the sizes; neither headers nor body, which may contain a phone number.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)StatusCode} with {Plural.Of(Headers.Count, "header")} and {Plural.Of(Body.Length, "byte")}");
}

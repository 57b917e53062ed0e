using System.Diagnostics;
using Polly;

namespace WhatsCommerce.Http;

/// <summary>The state of one call from its first attempt to its last: the request, and what happened so far. Data only.</summary>
internal sealed class GraphCall
{
    public required GraphOperation Operation { get; init; }
    public required GraphAccount Account { get; set; }
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the version, for error messages; contains ids, but no phone number and no secret.</summary>
    public required string Path { get; init; }

    /// <summary>The query string with its question mark; not in error messages, since it contains the caller's data.</summary>
    public string Query { get; init; } = "";

    /// <summary>The JSON to send, if there is any.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The file to send, if it is one.</summary>
    public StreamedContent? File { get; init; }

    /// <summary>
    /// Whether the call goes to a session of a resumable upload, which has its own authorization scheme. Source: Meta,
    /// graph-api/guides/upload.
    /// </summary>
    public bool IsUploadSession { get; init; }

    /// <summary>
    /// The secret in <see cref="Query"/> that authorizes the call instead of a token, and is redacted like a token; <see langword="null"/>
    /// for calls with a token.
    /// </summary>
    public string? QuerySecret { get; init; }

    /// <summary>The offset in the file at which a resumable upload continues, in bytes.</summary>
    public long? FileOffset { get; init; }

    /// <summary>The URL of the file to download, instead of a path of the Graph API.</summary>
    public Uri? FileAddress { get; init; }

    /// <summary>Whether the caller wants the unmodified response.</summary>
    public bool KeepsResponse { get; init; }

    /// <summary>The recipient; redacted in everything that is reported.</summary>
    public Recipient To { get; init; }

    /// <summary>The kind of the message; <see langword="null"/> when the call sends none.</summary>
    public string? MessageKind { get; init; }

    public GraphResponse? Response { get; set; }

    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>When its first attempt began.</summary>
    public long Started { get; set; }

    /// <summary>How long later attempts waited for their turn in the pacer.</summary>
    public TimeSpan Paced { get; set; }

    public int Attempts { get; set; }
    public TimeSpan NextWait { get; set; }

    /// <summary>The outcome of the first attempt, until the retry pipeline has taken it.</summary>
    public Outcome<object>? FirstOutcome { get; set; }

    public bool TokenWasReplaced { get; set; }
    public Activity? Activity { get; set; }

    /// <summary>The token of the current attempt.</summary>
    public string? Token { get; set; }

    /// <summary>The proof of the app's secret that the current attempt carries.</summary>
    public string? Proof { get; set; }

    /// <summary>The secrets that must be redacted from error messages of the current attempt.</summary>
    public Redaction Redaction => new(Token, Account.AppSecret, Proof, To.Value);

    public Uri Server => FileAddress ?? Account.Options.BaseAddress;
}

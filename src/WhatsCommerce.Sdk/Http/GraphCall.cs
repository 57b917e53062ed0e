using System.Diagnostics;
using Polly;

namespace WhatsCommerce.Http;

/// <summary>One call from its first attempt to its last: what is asked for, and what happened so far. Data only.</summary>
internal sealed class GraphCall
{
    public required GraphOperation Operation { get; init; }
    public required GraphAccount Account { get; set; }
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the version, for reports; holds ids, no phone number and no secret.</summary>
    public required string Path { get; init; }

    /// <summary>The parameters with their question mark; not in reports, since they hold what the caller asks for.</summary>
    public string Query { get; init; } = "";

    /// <summary>The JSON to send, if there is any.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The file to send, if it is one.</summary>
    public StreamedContent? File { get; init; }

    /// <summary>
    /// Whether it goes to a session of a resumable upload, which is authorized by a scheme of its own. Source: Meta,
    /// graph-api/guides/upload.
    /// </summary>
    public bool IsUploadSession { get; init; }

    /// <summary>
    /// The secret in <see cref="Query"/> that authorizes the call in place of a token, and is hidden as a token is; <see langword="null"/>
    /// for calls with a token.
    /// </summary>
    public string? QuerySecret { get; init; }

    /// <summary>Where in its file a resumable upload goes on, in bytes.</summary>
    public long? FileOffset { get; init; }

    /// <summary>The address of the file to download, in place of a path of the Graph API.</summary>
    public Uri? FileAddress { get; init; }

    /// <summary>Whether the caller wants to see the answer as it came.</summary>
    public bool KeepsAnswer { get; init; }

    /// <summary>Whom it goes to; hidden in whatever is reported.</summary>
    public Recipient To { get; init; }

    /// <summary>The kind of the message; <see langword="null"/> when none is sent.</summary>
    public string? MessageKind { get; init; }

    public GraphResponse? Answer { get; set; }

    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>When its first attempt began.</summary>
    public long Started { get; set; }

    /// <summary>How long later attempts waited for their turn.</summary>
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

    /// <summary>What must not show in a report of the current attempt.</summary>
    public Redaction Redaction => new(Token, Account.AppSecret, Proof, To.Value);

    public Uri Server => FileAddress ?? Account.Options.BaseAddress;
}

using System.Diagnostics;
using System.Net;
using Polly;

namespace WhatsCommerce.Http;

/// <summary>One call from its first attempt to its last: what is asked for, and what happened so far.</summary>
internal abstract class GraphCall
{
    public static readonly ResiliencePropertyKey<GraphCall> Key = new("WhatsCommerce.Call");

    public required GraphTransport Transport { get; init; }

    public required GraphAccount Account { get; set; }

    public required HttpMethod Method { get; init; }

    /// <summary>The path below the version, for reports; holds ids, no phone number and no secret.</summary>
    public required string Path { get; init; }

    /// <summary>The parameters; not in reports, since they hold what the caller asks for.</summary>
    public GraphQuery Query { get; init; }

    /// <summary>What is done, in traces and metrics.</summary>
    public required string Operation { get; init; }

    /// <summary>What to look at when it is refused.</summary>
    public string IfRefused { get; init; } = "";

    /// <summary>What an open outcome means, where the request must not be made twice.</summary>
    public string Uncertainty { get; init; } = "";

    /// <summary>Whether it must not be carried out twice: a failure that leaves the outcome open ends it.</summary>
    public bool IsSend { get; init; }

    /// <summary>Whether it can be made again at all; not if its body was read from a stream.</summary>
    public bool CanRepeat { get; init; } = true;

    /// <summary>Whom it goes to; hidden in whatever is reported.</summary>
    public Recipient To { get; init; }

    /// <summary>The kind of the message; <see langword="null"/> when none is sent.</summary>
    public string? MessageKind { get; init; }

    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>When its first attempt began.</summary>
    public long Started { get; set; }

    /// <summary>How long later attempts waited for their turn.</summary>
    public TimeSpan Paced { get; set; }

    public int Attempts { get; set; }

    public TimeSpan NextWait { get; set; }

    /// <summary>What came of the first attempt, until the pipeline that repeats has taken it.</summary>
    public Outcome<object>? FirstOutcome { get; set; }

    public bool TokenWasReplaced { get; set; }

    public Activity? Activity { get; set; }

    /// <summary>The token of the current attempt.</summary>
    public string? Token { get; set; }

    /// <summary>The proof of the app's secret that the current attempt carries.</summary>
    public string? Proof { get; set; }

    /// <summary>What must not show in a report of the current attempt.</summary>
    public Redaction Redaction => new(Token, Account.AppSecret, Proof, To.Value);

    /// <summary>The server that is called.</summary>
    public virtual Uri Server => Account.Options.BaseAddress;

    /// <summary>Makes the request once, with a token.</summary>
    public abstract ValueTask<Outcome<object>> ExchangeAsync(string token, CancellationToken cancellationToken);
}

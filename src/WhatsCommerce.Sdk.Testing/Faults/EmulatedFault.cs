namespace WhatsCommerce.Testing;

/// <summary>A fault that makes a valid request fail. See <see cref="CloudApiEmulator.Faults"/>.</summary>
public sealed class EmulatedFault
{
    private EmulatedFault(string name, FaultMoment moment)
    {
        Name = name;
        Moment = moment;
    }

    /// <summary>The name of the fault, for reports: <c>error 130429 before accepting</c>.</summary>
    public string Name { get; }

    /// <summary>When the fault occurs.</summary>
    public FaultMoment Moment { get; }

    internal Refusal? Refusal { get; private init; }
    internal bool Cuts { get; private init; }
    internal TimeSpan Wait { get; private init; }
    internal TimeSpan? RetryAfter { get; private init; }

    internal (string Name, string Value)? UsageHeader { get; private init; }

    /// <summary>HTTP 429 with error 4: the app made too many calls.</summary>
    /// <param name="retryAfter">The value of the header <c>Retry-After</c>, in whole seconds; no header unless specified.</param>
    public static EmulatedFault TooManyRequests(TimeSpan? retryAfter = null) => new("error 4 with HTTP 429", FaultMoment.BeforeAccepting)
    {
        Refusal = new(429, 4, "(#4) Application request limit reached"),
        RetryAfter = retryAfter,
    };

    /// <summary>Error 4 with <c>X-App-Usage</c> at 100 per cent: the app made too many calls in this hour.</summary>
    public static EmulatedFault AppThrottled() => new("error 4 with X-App-Usage", FaultMoment.BeforeAccepting)
    {
        Refusal = new(400, 4, "(#4) Application request limit reached") { IsTransient = true },
        UsageHeader = ("X-App-Usage", """{"call_count":100,"total_cputime":25,"total_time":25}"""),
    };

    /// <summary>Error 80014 with <c>X-Business-Use-Case-Usage</c>: too many batch calls for one catalog.</summary>
    /// <param name="regainAccess">
    /// The time until calls are allowed again, which the header contains in whole minutes; 1 minute unless specified.
    /// </param>
    public static EmulatedFault CatalogThrottled(TimeSpan? regainAccess = null) =>
        new("error 80014 with X-Business-Use-Case-Usage", FaultMoment.BeforeAccepting)
        {
            Refusal = new(
                400,
                80014,
                "(#80014) There have been too many calls for the batch uploads to this catalog account. Wait a bit and try again.")
            {
                IsTransient = true,
            },
            UsageHeader = ("X-Business-Use-Case-Usage", Usage("catalog_batch", regainAccess ?? TimeSpan.FromMinutes(1))),
        };

    /// <summary>Error 1 with HTTP 500: the batch is too large; half of it may succeed.</summary>
    public static EmulatedFault TooMuchData() => new("error 1 for too much data", FaultMoment.BeforeAccepting)
    {
        Refusal = new(500, 1, "Please reduce the amount of data you're asking for, then retry your request"),
    };

    /// <summary>Error 130429: the number exceeds its rate limit of messages per second.</summary>
    public static EmulatedFault Throughput() => Error(130429, message: "Rate limit hit");

    /// <summary>Error 131056: the pair rate limit, too many messages to this customer.</summary>
    public static EmulatedFault PairRateLimit() => Error(131056, message: "(Business Account, Consumer Account) pair rate limit hit");

    /// <summary>HTTP 500 with error 131000: something went wrong on Meta's side.</summary>
    /// <param name="moment">Whether the message was sent before that.</param>
    public static EmulatedFault ServerError(FaultMoment moment) => Error(131000, 500, "Something went wrong", moment);

    /// <summary>Any Graph error.</summary>
    /// <param name="code">The code.</param>
    /// <param name="httpStatus">The HTTP status; 400 unless specified.</param>
    /// <param name="message">The error message without the code, which is prepended.</param>
    /// <param name="moment">Whether the message is sent nevertheless.</param>
    public static EmulatedFault Error(
        int code, int httpStatus = 400, string message = "An injected fault", FaultMoment moment = FaultMoment.BeforeAccepting) =>
        new(string.Create(CultureInfo.InvariantCulture, $"error {code} {Words(moment)}"), moment)
        {
            Refusal = new(httpStatus, code, string.Create(CultureInfo.InvariantCulture, $"(#{code}) {message}")),
        };

    /// <summary>The request is read completely, and the connection is closed without a response.</summary>
    /// <param name="moment">Whether the message was sent before that.</param>
    public static EmulatedFault ConnectionCut(FaultMoment moment) => new($"connection cut {Words(moment)}", moment) { Cuts = true };

    /// <summary>The request is carried out, and the response is delayed, on the clock of the emulator.</summary>
    /// <param name="wait">The delay.</param>
    public static EmulatedFault SlowAnswer(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return new("slow answer", FaultMoment.AfterAccepting) { Wait = wait };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static string Usage(string type, TimeSpan regainAccess) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"100":[{"type":"{{type}}","call_count":100,"total_cputime":30,"total_time":30,"estimated_time_to_regain_access":"""
            + $$"""{{(int)Math.Ceiling(regainAccess.TotalMinutes)}}}]}""");

    private static string Words(FaultMoment moment) => moment is FaultMoment.BeforeAccepting ? "before accepting" : "after accepting";
}

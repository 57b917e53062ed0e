using System.Globalization;
using WhatsCommerce.Testing.Judging;

namespace WhatsCommerce.Testing;

/// <summary>A way in which a request goes wrong although nothing is wrong with it. See <see cref="CloudApiEmulator.Faults"/>.</summary>
public sealed class EmulatedFault
{
    private EmulatedFault(string name, FaultMoment moment)
    {
        Name = name;
        Moment = moment;
    }

    /// <summary>What it is, for reports: <c>error 130429 before accepting</c>.</summary>
    public string Name { get; }

    /// <summary>When it strikes.</summary>
    public FaultMoment Moment { get; }

    internal Refusal? Refusal { get; private init; }

    internal bool Cuts { get; private init; }

    internal TimeSpan Wait { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    /// <summary>HTTP 429 with error 4: the app made too many calls.</summary>
    /// <param name="retryAfter">What the header <c>Retry-After</c> says, in whole seconds; no header unless given.</param>
    public static EmulatedFault TooManyRequests(TimeSpan? retryAfter = null) => new("error 4 with HTTP 429", FaultMoment.BeforeAccepting)
    {
        Refusal = new(429, 4, "(#4) Application request limit reached"),
        RetryAfter = retryAfter,
    };

    /// <summary>Error 130429: the number sends more messages a second than it may.</summary>
    public static EmulatedFault Throughput() => Error(130429, message: "Rate limit hit");

    /// <summary>Error 131056: too many messages to this customer.</summary>
    public static EmulatedFault PairRateLimit() => Error(131056, message: "(Business Account, Consumer Account) pair rate limit hit");

    /// <summary>HTTP 500 with error 131000: something went wrong on Meta's side.</summary>
    /// <param name="moment">Whether the message went out before that.</param>
    public static EmulatedFault ServerError(FaultMoment moment) => Error(131000, 500, "Something went wrong", moment);

    /// <summary>Any Graph error.</summary>
    /// <param name="code">The code.</param>
    /// <param name="httpStatus">The HTTP status; 400 unless given.</param>
    /// <param name="message">The message without the code, which is put before it.</param>
    /// <param name="moment">Whether the message goes out all the same.</param>
    public static EmulatedFault Error(
        int code, int httpStatus = 400, string message = "An injected fault", FaultMoment moment = FaultMoment.BeforeAccepting) =>
        new(string.Create(CultureInfo.InvariantCulture, $"error {code} {Words(moment)}"), moment)
        {
            Refusal = new(httpStatus, code, string.Create(CultureInfo.InvariantCulture, $"(#{code}) {message}")),
        };

    /// <summary>The request is read whole, and the connection is cut without an answer.</summary>
    /// <param name="moment">Whether the message went out before that.</param>
    public static EmulatedFault ConnectionCut(FaultMoment moment) => new($"connection cut {Words(moment)}", moment) { Cuts = true };

    /// <summary>The request is carried out, and the answer takes its time, on the clock of the emulator.</summary>
    /// <param name="wait">How long.</param>
    public static EmulatedFault SlowAnswer(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return new("slow answer", FaultMoment.AfterAccepting) { Wait = wait };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static string Words(FaultMoment moment) => moment is FaultMoment.BeforeAccepting ? "before accepting" : "after accepting";
}

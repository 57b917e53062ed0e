namespace WhatsCommerce.Emulator.Commands;

/// <summary>A random fault, as in <c>--faults</c>: <c>131000:0.01</c>, <c>cut+after:0.005</c>, <c>slow=3s:0.1</c>.</summary>
internal sealed record RandomFault(EmulatedFault Fault, double Probability)
{
    public const string Syntax =
        "expected faults with their probabilities, separated by commas, such as 131000:0.01,cut:0.005,slow=3s:0.1: a Graph error code, "
        + "cut or slow=TIME; +after lets the request be carried out first (cut+after:0.01); the probability is from 0 to 1";

    private const string After = "+after";

    public static (IReadOnlyList<RandomFault> Value, string? Problem) ReadAll(string text)
    {
        List<RandomFault> faults = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Read(part) is not { } fault)
            {
                return ([], text.Contains(',', StringComparison.Ordinal) ? $"'{part}' is not a fault; {Syntax}" : Syntax);
            }

            faults.Add(fault);
        }

        return (faults, null);
    }

    private static RandomFault? Read(string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 1
            || !double.TryParse(
                text.AsSpan(colon + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double probability)
            || probability is not (>= 0 and <= 1))
        {
            return null;
        }

        string name = text[..colon];
        bool isAfter = name.EndsWith(After, StringComparison.Ordinal);
        return FaultOf(isAfter ? name[..^After.Length] : name, isAfter) is { } fault ? new(fault, probability) : null;
    }

    private static EmulatedFault? FaultOf(string name, bool isAfter)
    {
        FaultMoment moment = isAfter ? FaultMoment.AfterAccepting : FaultMoment.BeforeAccepting;
        if (name == "cut")
        {
            return EmulatedFault.ConnectionCut(moment);
        }

        if (name.StartsWith("slow=", StringComparison.Ordinal))
        {
            return OptionValues.Time(name["slow=".Length..]) is { } wait && !isAfter ? EmulatedFault.SlowAnswer(wait) : null;
        }

        return !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? null : (code, moment) switch
        {
            (1, FaultMoment.BeforeAccepting) => EmulatedFault.TooMuchData(),
            (4, FaultMoment.BeforeAccepting) => EmulatedFault.AppThrottled(),
            (80014, FaultMoment.BeforeAccepting) => EmulatedFault.CatalogThrottled(),
            (130429, FaultMoment.BeforeAccepting) => EmulatedFault.Throughput(),
            (131056, FaultMoment.BeforeAccepting) => EmulatedFault.PairRateLimit(),
            (131000, _) => EmulatedFault.ServerError(moment),
            _ => EmulatedFault.Error(code, moment: moment),
        };
    }
}

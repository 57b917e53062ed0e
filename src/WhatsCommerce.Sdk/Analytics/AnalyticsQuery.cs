namespace WhatsCommerce.Analytics;

/// <summary>The base of analytics queries: period, granularity, numbers and countries.</summary>
/// <remarks>Source: Meta, analytics.</remarks>
public abstract record AnalyticsQuery
{
    private const int CountryLetters = 2;

    private protected AnalyticsQuery(DateTimeOffset start, DateTimeOffset end, AnalyticsGranularity granularity)
    {
        Start = start;
        End = end;
        Granularity = granularity;
    }

    /// <summary><c>start</c>: at most one year ago.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary><c>end</c>: after the start.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary><c>granularity</c>: the period of one data point.</summary>
    public AnalyticsGranularity Granularity { get; init; }

    /// <summary><c>phone_numbers</c>: numbers of the account, not their ids; all by default.</summary>
    public IReadOnlyList<PhoneNumber> PhoneNumbers { get; init => field = [.. value]; } = [];

    /// <summary><c>country_codes</c>: countries of customers, as two letters; all by default.</summary>
    public IReadOnlyList<string> Countries { get; init => field = [.. value]; } = [];

    /// <summary>The name of the field on the wire.</summary>
    private protected abstract string Field { get; }

    internal void Check(TimeProvider clock)
    {
        Violations violations = new(clock);
        if (End <= Start)
        {
            violations.Add($"{Field}.end", ViolationRule.Range, "The end must lie after the start.");
        }

        if (Start < violations.Now - AnalyticsLimits.Lookback)
        {
            violations.Add($"{Field}.start", ViolationRule.Range, "The start is more than a year ago; Meta keeps one year.");
        }

        if (!Enum.IsDefined(Granularity))
        {
            violations.Add($"{Field}.granularity", ViolationRule.NotAllowed, "The granularity is not one of the three values.");
        }

        for (int i = 0; i < PhoneNumbers.Count; i++)
        {
            if (!PhoneNumbers[i].HasValue)
            {
                violations.Add(new WirePath(Field + ".phone_numbers[{0}]", i), ViolationRule.Required, "The number is absent.");
            }
        }

        for (int i = 0; i < Countries.Count; i++)
        {
            if (Countries[i] is not { Length: CountryLetters } code || code.Any(letter => letter is < 'A' or > 'Z'))
            {
                violations.Add(
                    new WirePath(Field + ".country_codes[{0}]", i),
                    ViolationRule.Format,
                    "A country is a code of two capital letters, such as US.");
            }
        }

        violations.ThrowIfAny("The analytics were not asked for");
    }

    /// <summary>The field with its parameters, as <c>fields=</c> takes them.</summary>
    internal string ToField()
    {
        FieldText text = new(Field);
        text.Add("start", Start.ToUnixTimeSeconds());
        text.Add("end", End.ToUnixTimeSeconds());
        text.Add("granularity", WordOf(Granularity));
        text.AddList("phone_numbers", PhoneNumbers.Select(number => number.Digits!));
        text.AddList("country_codes", Countries);
        AddMore(text);
        return text.ToString();
    }

    private protected virtual string WordOf(AnalyticsGranularity granularity) => granularity switch
    {
        AnalyticsGranularity.HalfHour => "HALF_HOUR",
        AnalyticsGranularity.Day => "DAILY",
        _ => "MONTHLY",
    };

    private protected abstract void AddMore(FieldText text);
}

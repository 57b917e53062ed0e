using System.Collections.Frozen;
using System.Globalization;

namespace WhatsCommerce;

/// <summary>
/// How the numbers of one country code are written: their trunk prefixes, which are dialed within the country only, and their lengths.
/// </summary>
internal sealed partial class NumberingPlan
{
    private const int LongestCode = 3;

    // Indexed by country code: no code starts with 0, and none is a prefix of another.
    private static readonly NumberingPlan?[] ByCode = new NumberingPlan?[1000];
    private static readonly FrozenDictionary<string, NumberingPlan> ByRegion = ReadTable();

    private readonly string[] _trunks;
    private readonly bool _dialsTrunk;
    private readonly int _carrier;
    private readonly int _shortest;
    private readonly int _longest;

    /// <summary>Parses a row of the table.</summary>
    private NumberingPlan(ReadOnlySpan<char> code, ReadOnlySpan<char> trunks, ReadOnlySpan<char> lengths)
    {
        Code = code.ToString();
        ZeroStays = trunks[^1] == '=';
        string[] prefixes = trunks.TrimEnd('=').ToString().Split('+');
        _dialsTrunk = prefixes[0] != "-";
        _carrier = prefixes.Length > 1 ? Number(prefixes[1]) : 0;

        // Longer prefixes first. People write (0) even where no trunk prefix is dialed.
        _trunks = [.. prefixes[0].Split(',').Where(trunk => trunk != "-").Append("0").Distinct().OrderByDescending(trunk => trunk.Length)];
        int dash = lengths.IndexOf('-');
        _shortest = Number(dash < 0 ? lengths : lengths[..dash]);
        _longest = Number(lengths[(dash + 1)..]);
    }

    /// <summary>Gets the country code.</summary>
    public string Code { get; }

    /// <summary>Gets a value indicating whether numbers may start with 0 and keep it after the country code, as in Italy.</summary>
    public bool ZeroStays { get; }

    /// <summary>
    /// Finds the plan of a number that starts with its country code; <see langword="null"/> when no country code matches.
    /// </summary>
    public static NumberingPlan? Find(ReadOnlySpan<char> digits)
    {
        int code = 0;
        foreach (char digit in digits[..Math.Min(digits.Length, LongestCode)])
        {
            code = (10 * code) + (digit - '0');
            if (ByCode[code] is { } plan)
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>
    /// Finds the plan of a region by its two letters of ISO 3166-1, in upper or lower case; <see langword="null"/> when there is none.
    /// </summary>
    public static NumberingPlan? OfRegion(string? region) => region is null ? null : ByRegion.GetValueOrDefault(region);

    /// <summary>Gets the number of digits after the country code, as text for a message.</summary>
    public string Lengths => _shortest == _longest
        ? _longest.ToString(CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{_shortest} to {_longest}");

    /// <summary>Determines whether a number may have this many digits after the country code.</summary>
    public bool IsPossible(int length) => length >= _shortest && length <= _longest;

    /// <summary>Counts the digits after the country code that are a trunk prefix, dialed within the country only.</summary>
    /// <param name="national">The digits after the country code, or a number as it is written within the country.</param>
    public int CountTrunkDigits(ReadOnlySpan<char> national)
    {
        foreach (string trunk in _trunks)
        {
            if (!national.StartsWith(trunk, StringComparison.Ordinal))
            {
                continue;
            }

            // An 8 may be the first digit of a Russian number, and a 0 that of an Italian one: then it is a prefix only if the number is
            // too long with it.
            int rest = national.Length - trunk.Length;
            bool isOwnDigit = (trunk[0] != '0' || ZeroStays) && national.Length <= _longest;
            if (!isOwnDigit && IsPossible(rest))
            {
                return trunk.Length;
            }

            // The digits of a carrier come after it; where none are dialed, the answer is the same again.
            if (!isOwnDigit && IsPossible(rest - _carrier))
            {
                return trunk.Length + _carrier;
            }
        }

        // Whatever the length, this zero is not part of the number.
        return national is ['0', ..] && !ZeroStays ? 1 : 0;
    }

    /// <summary>Determines whether digits without a + include the country code, when somebody in the country writes them.</summary>
    public bool HasOwnCode(ReadOnlySpan<char> digits) => digits.StartsWith(Code, StringComparison.Ordinal)
        && IsPossible(digits.Length - Code.Length)
        // Where a trunk prefix is dialed, a number without it is not in national format; elsewhere it is, if it has the right length.
        && (_dialsTrunk || !IsPossible(digits.Length));

    private static FrozenDictionary<string, NumberingPlan> ReadTable()
    {
        Dictionary<string, NumberingPlan> regions = new(StringComparer.OrdinalIgnoreCase);
        foreach (string row in Table.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells = row.Split(' ');
            NumberingPlan plan = new(cells[0], cells[1], cells[2]);
            ByCode[Number(cells[0])] = plan;
            foreach (string region in cells.Skip(3).Where(region => region != "-"))
            {
                regions.Add(region, plan);
            }
        }

        return regions.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

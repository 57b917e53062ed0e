namespace WhatsCommerce.Messages;

/// <summary>The share of failures among the last sends of a run.</summary>
internal sealed class FailureWindow(CampaignOptions options)
{
    private readonly bool[] _failed = new bool[options.FailureWindow];
    private long _sends;
    private int _failures;

    /// <summary>Adds a send.</summary>
    /// <returns>Why the campaign must stop; <see langword="null"/> if it may continue.</returns>
    public string? Add(bool isFailure, string cause)
    {
        int place = (int)(_sends % _failed.Length);
        _failures += (isFailure ? 1 : 0) - (_failed[place] ? 1 : 0);
        _failed[place] = isFailure;
        _sends++;
        int known = (int)Math.Min(_sends, _failed.Length);

        // A window that is smaller than the minimum is evaluated as soon as it is full.
        return options.StopAtFailureShare is { } share
            && isFailure
            && known >= Math.Min(options.MinimumSends, _failed.Length)
            && _failures > share * known
            ? FormattableString.Invariant($"{_failures} of the last {known} sends failed, the last one with: {cause}")
            : null;
    }
}

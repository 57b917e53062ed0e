namespace WhatsCommerce.Http;

/// <summary>Asks for turns of a number, or of a number and a customer. Times are microseconds.</summary>
/// <param name="Id">Whose turns: a hash.</param>
/// <param name="Turns">How many are wanted; none to be told the time.</param>
/// <param name="Step">The time between two turns.</param>
/// <param name="Slack">What a burst may run ahead: its turns but one, in steps. With it, one turn is asked for at a time.</param>
/// <param name="Horizon">How far from now the last turn may lie.</param>
/// <param name="Lead">How far from now the first turn must lie, so that it is not over when the answer has come.</param>
internal readonly record struct TurnRequest(string Id, long Turns, long Step, long Slack, long Horizon, long Lead)
{
    /// <summary>
    /// Farther ahead no horizon is, whoever asks. So turns beyond it, and a step and a burst, are those of a clock that was put back, or of
    /// a pace that was raised: they do not count.
    /// </summary>
    public const long MostHorizon = 2_000_000;
}

namespace WhatsCommerce.Http;

/// <summary>Requests turns of a number, or of a number and a customer. Times are microseconds.</summary>
/// <param name="Id">The queue, as a hash.</param>
/// <param name="Turns">The number of turns; 0 to get only the time.</param>
/// <param name="Step">The time between two turns.</param>
/// <param name="Slack">How far a burst may run ahead: its turns minus one, in steps. With a slack, one turn is requested at a time.</param>
/// <param name="Horizon">How far from now the last turn may lie.</param>
/// <param name="Lead">How far from now the first turn must be, to be usable when the response arrives.</param>
internal readonly record struct TurnRequest(string Id, long Turns, long Step, long Slack, long Horizon, long Lead)
{
    /// <summary>
    /// The maximum of all horizons. Turns beyond it, plus a step and a burst, were left by a clock that was set back, or by a rate that was
    /// raised: they are ignored.
    /// </summary>
    public const long MostHorizon = 2_000_000;
}

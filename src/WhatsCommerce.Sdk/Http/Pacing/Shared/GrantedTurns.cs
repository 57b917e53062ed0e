namespace WhatsCommerce.Http;

/// <summary>The turns that were granted, one in each step from the first one on. Times are microseconds of the store's clock.</summary>
/// <param name="Id">Whose turns.</param>
/// <param name="Turns">The number of turns; 0 when all up to the horizon are taken.</param>
/// <param name="First">The time of the first turn.</param>
/// <param name="Next">The time of the first turn that nobody has.</param>
/// <param name="Now">The time of the store's clock.</param>
internal readonly record struct GrantedTurns(string Id, long Turns, long First, long Next, long Now);

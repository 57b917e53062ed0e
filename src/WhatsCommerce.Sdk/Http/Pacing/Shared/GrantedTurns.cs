namespace WhatsCommerce.Http;

/// <summary>The turns that were granted, one in each step from the first one on. Times are microseconds of the store's clock.</summary>
/// <param name="Id">Whose turns.</param>
/// <param name="Turns">How many; 0 when all up to the horizon are taken.</param>
/// <param name="First">When the first one is.</param>
/// <param name="Next">When the first one is that nobody has.</param>
/// <param name="Now">What the store's clock showed.</param>
internal readonly record struct GrantedTurns(string Id, long Turns, long First, long Next, long Now);

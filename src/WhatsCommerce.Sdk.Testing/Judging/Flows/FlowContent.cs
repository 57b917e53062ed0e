namespace WhatsCommerce.Testing.Judging.Flows;

/// <summary>The JSON of a flow as it was uploaded, and what the emulator reads from it.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="Version">Its <c>version</c>.</param>
/// <param name="DataApiVersion">Its <c>data_api_version</c>, which a flow with an endpoint has.</param>
/// <param name="Mistakes">The validation errors, which prevent publishing.</param>
internal sealed record FlowContent(byte[] Json, string? Version, string? DataApiVersion, IReadOnlyList<FlowMistake> Mistakes);

/// <summary>A validation error in the JSON of a flow.</summary>
/// <param name="Error">The code in Meta's list.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record FlowMistake(string Error, string Message);

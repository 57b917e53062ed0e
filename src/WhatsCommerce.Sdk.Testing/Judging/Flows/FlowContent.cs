namespace WhatsCommerce.Testing.Judging.Flows;

/// <summary>The JSON of a flow as it came, and what the emulator reads of it.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="Version">Its <c>version</c>.</param>
/// <param name="DataApiVersion">Its <c>data_api_version</c>: it has an endpoint.</param>
/// <param name="Mistakes">Why it cannot be published.</param>
internal sealed record FlowContent(byte[] Json, string? Version, string? DataApiVersion, IReadOnlyList<FlowMistake> Mistakes);

/// <summary>A mistake in the JSON of a flow.</summary>
/// <param name="Error">The code in Meta's list.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record FlowMistake(string Error, string Message);

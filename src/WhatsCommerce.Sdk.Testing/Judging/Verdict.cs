namespace WhatsCommerce.Testing.Judging;

/// <summary>The result of validating a request to the messages endpoint.</summary>
internal abstract record Verdict;

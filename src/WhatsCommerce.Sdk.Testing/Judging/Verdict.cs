namespace WhatsCommerce.Testing.Judging;

/// <summary>What came of judging a request to the messages endpoint.</summary>
internal abstract record Verdict;

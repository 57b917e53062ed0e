namespace WhatsCommerce.Testing.Judging;

/// <summary>The result of checking a request to the messages endpoint.</summary>
internal abstract record Verdict;

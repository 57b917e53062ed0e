using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>A word of the catalog that a word of the query matches.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermMatch(int Term, float Similarity, SearchMatch Kind);

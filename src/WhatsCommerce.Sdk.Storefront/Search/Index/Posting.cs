using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>A product has a word.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Posting(int Term, int Document, Field Field);
